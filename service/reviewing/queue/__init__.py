"""The queue as staff read it and work through it."""

from service.reviewing.queue.change import Act, Change, Changed, Conflict, Pick
from service.reviewing.queue.items import ItemPage, QueueItem
from service.reviewing.queue.order import Order
from service.reviewing.queue.people import Person
from service.reviewing.queue.queue import Morning, Queue
from service.reviewing.queue.selection import NOBODY, Judged, Selection
from service.reviewing.queue.summary import Summary

__all__ = [
    "NOBODY",
    "Act",
    "Change",
    "Changed",
    "Conflict",
    "ItemPage",
    "Judged",
    "Morning",
    "Order",
    "Person",
    "Pick",
    "Queue",
    "QueueItem",
    "Selection",
    "Summary",
]
