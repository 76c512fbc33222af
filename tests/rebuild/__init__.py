"""Minutes that exist as text, built again as the Word files, PDF files and scans they were.

``python -m tests.rebuild FOLDER OUT [--forms docx-auto docx-literal pdf pdf-literal scan]`` writes
each form into a folder of its own, every file under the stem of its source.
"""
