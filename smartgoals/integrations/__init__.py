"""The batch kernel in the tools that hold the data: each module needs the tool that it is named after."""
