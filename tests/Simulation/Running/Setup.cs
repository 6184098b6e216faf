using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Running;

/// <summary>What a story begins with, drawn from its seed: how many machines, who is there, and with what clients.</summary>
public sealed record Setup(int Servers, int Plain, int Screens, bool HasFloodControl)
{
    public static Setup Draw(Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var servers = chance.OneIn(2) ? 1 : chance.Between(2, 3);
        return new Setup(servers, chance.Between(2, 4), chance.Between(1, 2), chance.OneIn(4));
    }
}
