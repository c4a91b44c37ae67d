"""Staff: accounts, roles by city, sessions, second factors, and the log of what they change."""

from service.accounts.account import Account
from service.accounts.accounts import Accounts
from service.accounts.audit import note
from service.accounts.roles import ALL_CITIES, Role
from service.accounts.sessions import Session, Step
from service.accounts.staff import Staff

__all__ = ["ALL_CITIES", "Account", "Accounts", "Role", "Session", "Staff", "Step", "note"]
