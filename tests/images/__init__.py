"""The images room: pictures made safe, and QR codes."""
