"""The measured figures as Markdown, and the program that writes them into the docs."""
