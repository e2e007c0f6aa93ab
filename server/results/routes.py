"""HTTP of server.results."""

from fastapi import APIRouter

router = APIRouter(prefix="/admin", tags=["results"])
