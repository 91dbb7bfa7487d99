"""Tests of the paragraph as a whole: its breaking, its setting, its ink and its text layer."""
