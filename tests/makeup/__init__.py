"""Tests of the make-up."""
