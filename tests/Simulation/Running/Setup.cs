using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Running;

/// <summary>What a story begins with, drawn from its seed: how many machines, who is there, and with what clients.</summary>
/// <param name="HasDatabase">They keep the journal in the model of PostgreSQL.</param>
/// <param name="HasStandby">Where commits wait for a standby.</param>
public sealed record Setup(int Servers, int Plain, int Screens, bool HasFloodControl, bool HasDatabase, bool HasStandby)
{
    public static Setup Draw(Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var servers = chance.OneIn(2) ? 1 : chance.Between(2, 3);
        return new Setup(servers, chance.Between(2, 4), chance.Between(1, 2), chance.OneIn(4), servers > 1 ? !chance.OneIn(4) : chance.OneIn(4), chance.OneIn(2));
    }
}
