"""One-touch topics made of each plan's own areas; knows nothing of HTTP."""

from service.topics.settings import TopicSettings
from service.topics.topic import CityTopics, Topic, TopicQuestion
from service.topics.topics import Topics

__all__ = ["CityTopics", "Topic", "TopicQuestion", "TopicSettings", "Topics"]
