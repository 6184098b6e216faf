namespace ChatRoom.Simulation.Tests.Machines;

/// <summary>How long a machine stands still in the middle of a call to the journal.</summary>
/// <param name="IsTurnTaken">So long that others take its turn away.</param>
public sealed record Stall(Danger At, TimeSpan Time, bool IsTurnTaken);
