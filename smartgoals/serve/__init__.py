"""An HTTP service around the library, and the page that it shows: the extra `serve`."""
