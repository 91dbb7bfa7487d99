"""The layout room: numbers, templates and fonts of a layout, and the galleys made with them."""
