"""The desk: the editor's side, beside the way from issue to PDF.

`starting` makes a publication or the next issue, `watching` waits for files to change, `doctor`
looks whether all is here that a build needs. `printers` keeps profiles, which `trial_print` makes
of what a person sees on a trial print, and `trial_again` refines. Nothing here sets type.
"""
