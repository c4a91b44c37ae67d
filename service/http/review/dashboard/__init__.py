"""Figures for staff as pages: the dashboard, its tables as CSV, the monthly report."""
