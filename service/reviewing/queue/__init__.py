"""The queue as staff read it and work through it."""

from service.reviewing.queue.change import Change, Changed, Conflict, Pick
from service.reviewing.queue.items import ItemPage, QueueItem
from service.reviewing.queue.queue import Queue
from service.reviewing.queue.selection import NOBODY, Judged, Order, Selection
from service.reviewing.queue.summary import Summary

__all__ = [
    "NOBODY",
    "Change",
    "Changed",
    "Conflict",
    "ItemPage",
    "Judged",
    "Order",
    "Pick",
    "Queue",
    "QueueItem",
    "Selection",
    "Summary",
]
