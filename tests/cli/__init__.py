"""The commands as an editor types them: what they print, what they leave, and how they end."""
