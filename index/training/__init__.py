"""Training of the matcher. Imports torch and onnx: import it only where a model is trained."""

from index.training.card import Card
from index.training.course import Course, train
from index.training.reader import pack_reader
from index.training.settings import TrainingSettings
from index.training.training import Look, Step

__all__ = ["Card", "Course", "Look", "Step", "TrainingSettings", "pack_reader", "train"]
