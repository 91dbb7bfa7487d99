"""Whole builds: real issues in, real PDFs out, and laws asserted on what was written."""
