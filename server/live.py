"""The live view's open connections."""

from fastapi import APIRouter

router = APIRouter(prefix="/admin", tags=["live"])
