"""The kiosk: pages for a terminal in a public place, where each visit leaves nothing behind."""
