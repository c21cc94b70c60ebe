print("pejl")
