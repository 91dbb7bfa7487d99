"""The importing room."""
