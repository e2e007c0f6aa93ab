"""Spreadsheets from people: CSV and XLSX in, CSV and XLSX out, as one kind of table.

One rule: a file is read as text and never as a program: formulas are told as faults and not
calculated, macros are refused, and nothing is unpacked beyond a limit that was set before.
"""

from server.sheets.cells import escaped, unescaped
from server.sheets.reading import read_table
from server.sheets.table import Fault, Limits, Row, Table
from server.sheets.writing import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx

__all__ = [
    "CSV_TYPE",
    "XLSX_TYPE",
    "Fault",
    "Limits",
    "Row",
    "Table",
    "escaped",
    "read_table",
    "unescaped",
    "write_csv",
    "write_xlsx",
]
