namespace ChatRoom.Simulation.Tests.Machines;

/// <summary>A machine dies at this very place. Nothing in the server may catch it.</summary>
public sealed class PowerCutException() : Exception("The machine lost its power.");
