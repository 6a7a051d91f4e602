"""The generator as others get it: built, installed outside this repository, and used for a subject of one's own."""
