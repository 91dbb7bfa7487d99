"""Tests of the fonts that ship: what is in them, and that their letters are printed right."""
