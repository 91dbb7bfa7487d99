"""Pamphleteer makes a group's periodical."""
