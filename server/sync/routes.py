"""HTTP of server.sync."""

from fastapi import APIRouter

router = APIRouter(prefix="/interview", tags=["candidate"])
