using ChatRoom.Domain.Names;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>A server's row among those that have the journal open: by it the others see whether it lives.</summary>
internal sealed class Opening(Machine machine)
{
    public Machine Machine => machine;

    public ServerId? Server { get; set; }

    public long Beat { get; set; }

    public Backend? Turns { get; set; }

    public EarOfServer? Ear { get; set; }

    public bool IsConnected => Turns is { Stands: true } || Ear is { IsConnected: true };
}
