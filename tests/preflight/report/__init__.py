"""The report of a preflight as a page for a browser."""
