using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Stories;

/// <summary>Something that can be done in a story: how often, and how. A new command or a new fault is a row.</summary>
/// <param name="Act">False if it could not be done just now.</param>
public sealed record Row(Group Group, string Name, int Weight, Func<Simulator, Chance, bool> Act);
