"""makeup."""
