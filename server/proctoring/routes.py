"""HTTP of server.proctoring."""

from fastapi import APIRouter

router = APIRouter(prefix="/admin", tags=["results"])
