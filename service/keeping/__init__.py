"""Backups of all that the service keeps, portable between databases, and putting them back."""

from service.keeping.backup import back_up
from service.keeping.backup_file import BackupFile, opened
from service.keeping.manifest import LEFT_OUT, Manifest
from service.keeping.restoring import holds_data, restore

__all__ = ["LEFT_OUT", "BackupFile", "Manifest", "back_up", "holds_data", "opened", "restore"]
