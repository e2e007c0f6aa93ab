"""The signed record's way in: batches of sealed rows and the blobs they name."""
