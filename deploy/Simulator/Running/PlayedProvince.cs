using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;
using DcOps.Simulator.Truth;

namespace DcOps.Simulator.Running;

/// <summary>One province with everything that stands on it: its devices, what is broken, and what is true.</summary>
public sealed record PlayedProvince(ProvinceModel Model, DeviceCatalog Devices, FaultBoard Faults, GroundTruth Truth);
