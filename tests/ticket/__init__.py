"""Tests of the job ticket."""
