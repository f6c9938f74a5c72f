"""Showing an article with all that was found in it: in the terminal and as a page."""

from kg.show.article import Article, article_of
from kg.show.page import page_of
from kg.show.terminal import text_of

__all__ = ["Article", "article_of", "page_of", "text_of"]
