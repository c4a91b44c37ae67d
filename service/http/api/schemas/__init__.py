"""What goes over the wire, as pydantic models; OpenAPI is made from them."""
