"""The editor's side: beginning things, watching them, and looking whether all is here."""
