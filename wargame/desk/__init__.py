"""What people who play have before them, in words: desk, panels, orders and forms, for screens and for plain lines."""
