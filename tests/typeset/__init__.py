"""Tests of the composing room: the kernel, its guards, fonts, fetching and drawing."""
