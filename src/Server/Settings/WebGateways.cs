using System.Net;

namespace ChatRoom.Server.Settings;

/// <summary>Which gateways may say for whom they come (WEBIRC): those at these addresses that know this password.</summary>
public sealed record WebGateways(string Password, IReadOnlyList<IPNetwork> From)
{
    /// <summary>Without what must not be read in a log.</summary>
    public override string ToString() => $"WebGateways {{ From = {string.Join(", ", From)} }}";
}
