"""The app as an MSI for Windows."""
