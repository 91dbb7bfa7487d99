"""Write a PDF of the HTML on standard input to standard output; a program for a subprocess.

Fontconfig reads its configuration once in a process, so a test that wants to be sure which
fonts are seen sets ``FONTCONFIG_FILE`` and starts this.
"""

import sys

from weasyprint import HTML

if __name__ == "__main__":
    sys.stdout.buffer.write(HTML(string=sys.stdin.read()).write_pdf())
