namespace ChatRoom.Simulation.Tests.Running;

/// <summary>When something happened: the step of the simulator, and how far the journal reached then, on which of its branches.</summary>
public readonly record struct Moment(int Step, int Branch, long Kept);
