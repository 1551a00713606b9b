# SPDX-License-Identifier: MPL-2.0
"""A result opens in h5py and xarray without our code: names, units, scales and a sum."""
import os
import subprocess
import tempfile
from pathlib import Path

import h5py
import numpy as np
import xarray as xr


def run(folder, replications):
    scenario = Path(os.environ["SAMSPIL_SOURCE_DIR"]) / "scenarios" / "minimal.yaml"
    subprocess.run([os.environ["SAMSPIL"], "run", str(scenario), "-o", str(folder), "-n", str(replications)],
                   check=True, stderr=subprocess.DEVNULL)
    return folder / "minimal.h5"


def check_h5py(path, replications):
    with h5py.File(path) as file:
        assert file.attrs["format"] == b"samspil-result" or file.attrs["format"] == "samspil-result"
        assert file.attrs["replications"] == replications
        for name in ["kpi", "weekly", "flows", "volunteers", "budget", "life_courses", "assumptions", "provenance"]:
            assert name in file, name

        def described(name, item):
            if isinstance(item, h5py.Dataset):
                for attribute in ["unit", "long_name", "long_name_da", "description"]:
                    assert attribute in item.attrs, f"{name} has no {attribute}"
                if item.ndim and "REFERENCE_LIST" not in item.attrs and "CLASS" not in item.attrs:
                    for dimension in item.dims:
                        assert len(dimension) == 1, f"{name} lacks a scale"

        file.visititems(described)
        users = file["weekly/users"]
        assert [d[0].name for d in users.dims] == ["/replication", "/week", "/centre", "/offer"]
        assert users.chunks[0] == 1 and users.chunks[1:] == users.shape[1:]
        assert file["kpi/reach.klub"].chunks == (1,)
        assert users.dtype == np.int32 and file["kpi/reach.klub"].dtype == np.float64
        # Participants by house and by home are the same people; the home offer has no house.
        by_house = users[...].sum(axis=2)[..., :3]
        by_home = file["weekly/users_by_home"][...].sum(axis=2)[..., :3]
        assert by_house.sum() > 0
        assert (by_house == by_home).all()
        assert b"samspil" in file["provenance/command"][()]


def check_xarray(path, replications):
    weekly = xr.open_dataset(path, engine="h5netcdf", group="weekly")
    assert weekly.users.dims == ("replication", "week", "centre", "offer")
    assert weekly.users.attrs["unit"] == "persons"
    kpi = xr.open_dataset(path, engine="h5netcdf", group="kpi")
    assert kpi.sizes["replication"] == replications
    assert kpi["reach.klub"].attrs["unit"] == "share"
    root = xr.open_dataset(path, engine="h5netcdf")
    assert root.week.values.tolist() == list(range(root.sizes["week"]))
    assert root.offer.values[0] in (b"klub", "klub")
    with h5py.File(path) as file:
        assert int(weekly.users.sum()) == int(file["weekly/users"][...].sum())
        assert np.allclose(kpi["reach.klub"].values, file["kpi/reach.klub"][...])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        result = run(Path(folder) / "out", 3)
        check_h5py(result, 3)
        check_xarray(result, 3)
